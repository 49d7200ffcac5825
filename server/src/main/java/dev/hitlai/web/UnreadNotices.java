package dev.hitlai.web;

/** How much waits behind the bell, for the layout of every page. */
public interface UnreadNotices {
  /** Notices that the person has not read. */
  long of(SignedIn person);
}
