/**
 * The quality gates: a finding is a claim about a page, and is checked against what the browser
 * kept of that page, never against another opinion.
 */
@NamedInterface("gate")
@NullMarked
package dev.hitlai.aitester.gate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
