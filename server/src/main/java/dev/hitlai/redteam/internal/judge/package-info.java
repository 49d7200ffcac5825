/** Whether an answer shows that an attack worked, and how often that judgement is wrong. */
@NullMarked
package dev.hitlai.redteam.internal.judge;

import org.jspecify.annotations.NullMarked;
