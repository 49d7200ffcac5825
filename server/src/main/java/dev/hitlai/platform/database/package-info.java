/** The database the server runs on: an embedded PostgreSQL or one that is given, migrated. */
@NullMarked
package dev.hitlai.platform.database;

import org.jspecify.annotations.NullMarked;
