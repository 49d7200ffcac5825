package dev.hitlai.aitester.mind.skill;

import java.util.List;
import java.util.Optional;

/** All skills, the particular before the general. */
final class Skills {
  private static final List<Skill> ALL =
      List.of(
          new ConfirmSkill(),
          new NothingSkill(),
          new RenameSkill(),
          new RepeatSkill(),
          new GestureSkill(),
          new PreludeSkill(),
          new ComprehensionSkill(),
          new IfSkill(),
          new WhenSkill(),
          new TerminalSkill(),
          new KeypadSkill(),
          new TagSkill(),
          new FormFromPageSkill(),
          new RememberSkill(),
          new FieldTextSkill(),
          new KeySkill(),
          new KeyListSkill(),
          new OnlySkill(),
          new TabSkill(),
          new ClearSkill(),
          new AppendSkill(),
          new SheetSkill(),
          new SetSkill(),
          new ColourMixSkill(),
          new CredentialsSkill(),
          new AnswersSkill(),
          new PairsSkill(),
          new FillSkill(),
          new CommitSkill(),
          new RecapSkill(),
          new ReferSkill(),
          new CoordinateSkill(),
          new GeometrySkill(),
          new DayPlanSkill(),
          new PatternSkill(),
          new NoughtsAndCrosses(),
          new TurnUpSkill(),
          new WordQualitySkill(),
          new PlaceSkill(),
          new CellSkill(),
          new MenuPathSkill(),
          new ExpandSkill(),
          new GuessSkill(),
          new MarkEachSkill(),
          new BookSkill(),
          new AutocompleteSkill(),
          new SimilarSkill(),
          new InOrderSkill(),
          new OddSkill(),
          new UploadSkill(),
          new WaitSkill(),
          new SectionSkill(),
          new ScrollSkill(),
          new UntilSkill(),
          new CopyAllSkill(),
          new CopySkill(),
          new SteerSkill(),
          new SortBySkill(),
          new SortWishSkill(),
          new FocusSkill(),
          new CloseSkill(),
          new ToggleSkill(),
          new SlotSkill(),
          new CalendarSkill(),
          new DateSkill(),
          new TimeSkill(),
          new RateSkill(),
          new SetNumberSkill(),
          new QuantitySkill(),
          new SearchSkill(),
          new FormatSkill(),
          new ResizeSkill(),
          new DragSkill(),
          new ComprehensionSkill(),
          new QuestionSkill(),
          new ComposeSkill(),
          new ItemDeedSkill(),
          new EntrySkill(),
          new ChooseSkill(),
          new EnterSkill(),
          new FindSkill(),
          new PressSkill());

  /** What helps when nothing more particular does: they go by the words alone. */
  private static final List<Skill> GENERAL =
      List.of(
          new InPlaceSkill(),
          ChooseSkill.LENIENT,
          FillSkill.LENIENT,
          new BriefSkill(),
          new DescribedSkill());

  private Skills() {}

  /**
   * The job that the next clauses ask for, by the first skill that understands them; one that could
   * begin at once goes before one that would have to look around first.
   */
  static Optional<Skill.Assignment> read(Clauses ahead, Sight now) {
    var particular = particular(ahead, now);
    return particular.isPresent() && particular.get().job().fits(now)
        ? particular
        : general(ahead, now).or(() -> particular);
  }

  /** By a skill that knows these words, whether it could begin or not. */
  static Optional<Skill.Assignment> particular(Clauses ahead, Sight now) {
    return read(ALL, ahead, now);
  }

  /** What is there is changed in its place. */
  static Optional<Skill.Assignment> exact(Clauses ahead, Sight now) {
    return read(List.of(new InPlaceSkill()), ahead, now);
  }

  /** By the words alone. */
  static Optional<Skill.Assignment> general(Clauses ahead, Sight now) {
    return read(GENERAL, ahead, now);
  }

  private static Optional<Skill.Assignment> read(List<Skill> skills, Clauses ahead, Sight now) {
    return skills.stream()
        .map(skill -> skill.read(ahead, now))
        .flatMap(Optional::stream)
        .findFirst();
  }
}
