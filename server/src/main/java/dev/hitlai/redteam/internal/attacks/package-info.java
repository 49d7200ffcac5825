/** What is attacked with: attacks from data files, and strategies that disguise them. */
@NullMarked
package dev.hitlai.redteam.internal.attacks;

import org.jspecify.annotations.NullMarked;
