package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/** All skills, the particular before the general. */
final class Skills {
  private static final List<Skill> ALL =
      List.of(
          new PreludeSkill(),
          new ExpandSkill(),
          new GuessSkill(),
          new MarkEachSkill(),
          new TerminalSkill(),
          new BookSkill(),
          new CredentialsSkill(),
          new AutocompleteSkill(),
          new SimilarSkill(),
          new InOrderSkill(),
          new UploadSkill(),
          new WaitSkill(),
          new ScrollSkill(),
          new CopySkill(),
          new KeySkill(),
          new SortBySkill(),
          new FocusSkill(),
          new CloseSkill(),
          new ToggleSkill(),
          new DateSkill(),
          new TimeSkill(),
          new RateSkill(),
          new SetNumberSkill(),
          new QuantitySkill(),
          new SearchSkill(),
          new FormatSkill(),
          new DragSkill(),
          new QuestionSkill(),
          new ComposeSkill(),
          new EntrySkill(),
          new ChooseSkill(),
          new EnterSkill(),
          new FindSkill(),
          new PressSkill());

  private Skills() {}

  /** The job that the next clauses ask for, by the first skill that understands them. */
  static Optional<Skill.Assignment> read(Clauses ahead, Sight now) {
    return ALL.stream().map(skill -> skill.read(ahead, now)).flatMap(Optional::stream).findFirst();
  }
}
