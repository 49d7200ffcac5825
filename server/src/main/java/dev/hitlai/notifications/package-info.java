/**
 * Tells people what happened: in the app, by mail, by webhook and in Slack, as each of them wants
 * it.
 */
@ApplicationModule(displayName = "Notifications")
@NullMarked
package dev.hitlai.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
