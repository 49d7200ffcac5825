package dev.hitlai.web;

/** How far the platform has come, for the banner on the home page. */
public interface PlatformProgress {
  /** Completed test runs of everyone together; the figure the platform phases count. */
  long completedTests();
}
