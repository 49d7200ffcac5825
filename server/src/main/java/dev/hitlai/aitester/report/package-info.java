/** The outcome of a run as documents: {@code result.json} and the printable HTML report. */
@NamedInterface("report")
@NullMarked
package dev.hitlai.aitester.report;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
