/** HitlAI: one package below this one for each business module. */
@NullMarked
package dev.hitlai;

import org.jspecify.annotations.NullMarked;
