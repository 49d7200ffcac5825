package dev.hitlai.testers;

/** The phase that the platform is in; prices of tests by our own AI fall with it. */
public interface PlatformPhase {

  /** 1 Foundation, 2 Fine-tuned models, 3 Self-hosted, 4 Full hybrid. */
  int current();
}
