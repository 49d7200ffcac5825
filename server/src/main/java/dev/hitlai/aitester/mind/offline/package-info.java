/** The offline mind: goals pursued page by page without any model service. */
@NullMarked
package dev.hitlai.aitester.mind.offline;

import org.jspecify.annotations.NullMarked;
