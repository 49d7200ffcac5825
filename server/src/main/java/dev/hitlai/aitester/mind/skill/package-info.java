/**
 * What a person can do on a page when told so in words: one class for each skill or widget, behind
 * {@code Skill}.
 */
@NullMarked
package dev.hitlai.aitester.mind.skill;

import org.jspecify.annotations.NullMarked;
