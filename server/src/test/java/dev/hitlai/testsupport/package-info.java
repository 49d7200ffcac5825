/** What tests of all modules share: a real database, a clock to set, one server. */
@NullMarked
package dev.hitlai.testsupport;

import org.jspecify.annotations.NullMarked;
