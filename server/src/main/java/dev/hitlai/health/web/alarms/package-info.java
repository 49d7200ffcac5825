/** Pages of incidents, maintenance, alert rules and subscriptions. */
@NullMarked
package dev.hitlai.health.web.alarms;

import org.jspecify.annotations.NullMarked;
