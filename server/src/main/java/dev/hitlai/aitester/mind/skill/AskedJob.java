package dev.hitlai.aitester.mind.skill;

import dev.hitlai.aitester.mind.scent.Words;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Looks up what is asked about somebody or something: the row that bears the name, on whichever
 * page of the list, and in it what stands under the head that the question speaks of.
 */
final class AskedJob implements Job {
  private static final int MOST_PAGES = 20;

  private final Set<String> names = new HashSet<>();
  private final Set<String> said;
  private final Explorer explorer = new Explorer();
  private int pages;

  AskedJob(String question) {
    var wish = Wish.of(new Clauses(java.util.List.of(question), java.util.List.of()), 1);
    wish.mentions().stream()
        .filter(one -> one.kind() == Mention.Kind.NAME || one.kind() == Mention.Kind.CODE)
        .forEach(one -> names.addAll(Words.concepts(one.text().replaceFirst("[’']s$", ""))));
    said = new HashSet<>(Words.concepts(question));
    said.removeAll(names);
  }

  /** There is a table with a head that the question speaks of. */
  @Override
  public boolean fits(Sight now) {
    return !names.isEmpty()
        && Entry.listings(now).stream()
            .flatMap(java.util.List::stream)
            .anyMatch(one -> cell(one).isPresent());
  }

  @Override
  public Turn turn(Sight now) {
    var found = answer(now);
    if (found.isPresent()) {
      now.notes().remember(found.get());
      return Turn.done();
    }
    return pages++ >= MOST_PAGES
        ? Turn.stuck("the answer is nowhere")
        : explorer.likely(now).orElseGet(() -> Turn.stuck("the answer is nowhere"));
  }

  private Optional<String> answer(Sight now) {
    return Entry.listings(now).stream()
        .flatMap(java.util.List::stream)
        .filter(one -> Words.concepts(one.words()).containsAll(names))
        .flatMap(one -> cell(one).stream())
        .findFirst();
  }

  private Optional<String> cell(Entry entry) {
    return entry.cells().entrySet().stream()
        .filter(one -> Words.concepts(one.getKey()).stream().anyMatch(said::contains))
        .map(java.util.Map.Entry::getValue)
        .filter(text -> !text.isBlank())
        .findFirst();
  }
}
