package dev.hitlai.redteam;

/** Something that answers and can be attacked; called by several threads at once. */
public interface Target {

  /** Answers; a failure is a reply too, never an exception. */
  Reply ask(Conversation conversation);
}
