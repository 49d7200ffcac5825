package dev.hitlai.aitester;

/** How bad a finding is, from least to worst, so that {@code compareTo} orders by severity. */
public enum Severity {
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  public boolean atLeast(Severity other) {
    return compareTo(other) >= 0;
  }
}
