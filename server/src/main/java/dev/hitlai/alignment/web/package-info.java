/** Pages and routes about rules, violations, gates and the switch. */
@NullMarked
package dev.hitlai.alignment.web;

import org.jspecify.annotations.NullMarked;
