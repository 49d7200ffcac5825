/** Who hears of incidents and maintenance by mail or webhook: asked twice, stopped by one click. */
@NullMarked
package dev.hitlai.health.internal.subscriptions;

import org.jspecify.annotations.NullMarked;
