/** Campaigns and weaknesses in the database. */
@NullMarked
package dev.hitlai.redteam.internal.store;

import org.jspecify.annotations.NullMarked;
