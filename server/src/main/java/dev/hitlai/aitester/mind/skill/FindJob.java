package dev.hitlai.aitester.mind.skill;

/** Leafs or opens until the entry is shown, and keeps it in mind. */
final class FindJob implements Job {
  private static final int MOST_OPENINGS = 20;

  private final String who;
  private final Explorer explorer = new Explorer();
  private int openings;

  FindJob(String who) {
    this.who = who;
  }

  @Override
  public Turn turn(Sight now) {
    if (fits(now)) {
      now.notes().talkAbout(who);
      return Turn.done();
    }
    return openings++ < MOST_OPENINGS
        ? explorer.reveal(now).orElseGet(() -> Turn.stuck("“" + who + "” is nowhere"))
        : Turn.stuck("“" + who + "” is nowhere");
  }

  @Override
  public boolean fits(Sight now) {
    return now.finder().find(Target.named(who), Thing::hasWords).isPresent();
  }
}
