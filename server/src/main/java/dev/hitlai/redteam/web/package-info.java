/** Pages and API of the red team. */
@NullMarked
package dev.hitlai.redteam.web;

import org.jspecify.annotations.NullMarked;
