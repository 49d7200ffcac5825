package dev.hitlai.aitester;

/** What a finding is about; the same nine values as the {@code issues.category} column. */
public enum Category {
  NAVIGATION,
  FORMS,
  CONTENT,
  VISUAL,
  ACCESSIBILITY,
  PERFORMANCE,
  FUNCTIONAL,
  SECURITY,
  PRIVACY
}
