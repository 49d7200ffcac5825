/** What programs do with notices, webhooks and Slack. */
@NullMarked
package dev.hitlai.notifications.web.api;

import org.jspecify.annotations.NullMarked;
