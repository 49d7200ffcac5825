/** Which option is taken and when: information foraging after SNIF-ACT 2.0. */
@NullMarked
package dev.hitlai.aitester.mind.choice;

import org.jspecify.annotations.NullMarked;
