/** What people read in the app, and how they want to be told. */
@NullMarked
package dev.hitlai.notifications.internal.centre;

import org.jspecify.annotations.NullMarked;
