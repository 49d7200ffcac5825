/** How PostgreSQL's own types appear in the generated tables. */
@NullMarked
package dev.hitlai.platform.jooq;

import org.jspecify.annotations.NullMarked;
