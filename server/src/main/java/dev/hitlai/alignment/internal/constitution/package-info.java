/** Rules in the database, compiled in memory, asked at three checkpoints. */
@NullMarked
package dev.hitlai.alignment.internal.constitution;

import org.jspecify.annotations.NullMarked;
