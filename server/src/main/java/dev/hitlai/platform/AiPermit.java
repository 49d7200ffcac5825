package dev.hitlai.platform;

/**
 * Whether AI may act at all. Asked before every AI action and model call; cheap, answers from
 * memory.
 */
public interface AiPermit {

  /** The reason why AI is stopped, as one sentence, or null while it may act. */
  @org.jspecify.annotations.Nullable
  String stopped();

  /**
   * Runs once each time AI is stopped, at once and on a thread of its own; what it starts must end
   * within a second.
   */
  AutoCloseable onStop(Runnable action);
}
