package dev.hitlai.aitester.mind.skill;

import java.util.Optional;

/** "Upload the file notes.txt". */
final class UploadSkill implements Skill {

  @Override
  public Optional<Assignment> read(Clauses ahead, Sight now) {
    var clause = ahead.first();
    if (!clause.matches(
        "(?i)^(?:upload|attach|add|choose|select)\\b.*\\b(?:file|document|picture|photo|image|\\w+\\.\\w{2,4})\\b.*")) {
      return Optional.empty();
    }
    var name =
        java.util.regex.Pattern.compile("[\\w-]+\\.[A-Za-z]{2,4}\\b").matcher(ahead.plain(clause));
    var file = name.find() ? name.group() : "notes.txt";
    var job =
        new Once(
            sight ->
                sight.fields().stream()
                    .filter(f -> f.type().equals("file"))
                    .findFirst()
                    .map(f -> Fields.set(f, file, sight)));
    return job.fits(now) ? Assignment.of(job) : Optional.empty();
  }
}
