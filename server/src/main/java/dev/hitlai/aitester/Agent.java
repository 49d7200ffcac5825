package dev.hitlai.aitester;

/** The twelve agents whose work shows up in {@code agent_executions} under exactly these names. */
public enum Agent {
  MISSION_PLANNER("MissionPlanner"),
  NAVIGATOR("Navigator"),
  PERCEIVER("Perceiver"),
  INTERACTION_AGENT("InteractionAgent"),
  ACCESSIBILITY_AUDITOR("AccessibilityAuditor"),
  PERFORMANCE_AUDITOR("PerformanceAuditor"),
  CONTENT_AUDITOR("ContentAuditor"),
  VISUAL_AUDITOR("VisualAuditor"),
  SECURITY_AUDITOR("SecurityAuditor"),
  FRUSTRATION_METER("FrustrationMeter"),
  CROSS_VERIFIER("CrossVerifier"),
  REPORT_WRITER("ReportWriter");

  private final String displayName;

  Agent(String displayName) {
    this.displayName = displayName;
  }

  public String displayName() {
    return displayName;
  }
}
