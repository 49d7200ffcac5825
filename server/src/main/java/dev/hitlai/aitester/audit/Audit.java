package dev.hitlai.aitester.audit;

import dev.hitlai.aitester.Agent;
import dev.hitlai.aitester.Finding;
import java.util.List;

/** A rule, or a family that is measured together, applied to each distinct page state. */
public interface Audit {

  /** Unique machine name, e.g. {@code target-size}; a documentation page has the same name. */
  String id();

  /** The agent under whose name the work shows up. */
  Agent agent();

  /** Findings without id and occurrences merged later; empty when the page passes. */
  List<Finding> inspect(AuditSubject subject);
}
