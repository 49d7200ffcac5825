/** Pages and routes of notices, mail and webhooks. */
@NullMarked
package dev.hitlai.notifications.web;

import org.jspecify.annotations.NullMarked;
