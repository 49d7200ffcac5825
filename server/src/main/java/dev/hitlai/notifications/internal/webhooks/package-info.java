/** What companies' programs and their Slack channel are told, and how it gets there. */
@NullMarked
package dev.hitlai.notifications.internal.webhooks;

import org.jspecify.annotations.NullMarked;
