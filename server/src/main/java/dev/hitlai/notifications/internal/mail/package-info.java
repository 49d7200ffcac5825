/** Mails: how they look, who wants none, the outbox and how it is emptied. */
@NullMarked
package dev.hitlai.notifications.internal.mail;

import org.jspecify.annotations.NullMarked;
