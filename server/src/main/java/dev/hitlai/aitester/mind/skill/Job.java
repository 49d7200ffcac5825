package dev.hitlai.aitester.mind.skill;

/** Something to be done on a page, a move at a time. Keeps what it did; used for one mission. */
interface Job {

  /** What to do on this page now. */
  Turn turn(Sight now);

  /** Whether it could begin on this page, so that the words were rightly taken for it. */
  default boolean fits(Sight now) {
    return true;
  }
}
