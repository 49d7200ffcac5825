/** What companies and we have with each other: messages, an account manager, a partnership. */
@NullMarked
package dev.hitlai.unlock.internal.relations;

import org.jspecify.annotations.NullMarked;
