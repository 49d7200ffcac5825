/** From a notice to everybody who should hear of it. */
@NullMarked
package dev.hitlai.notifications.internal;

import org.jspecify.annotations.NullMarked;
