package dev.hitlai.alignment.rules;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.hitlai.alignment.rules.InvalidCondition.Problem;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Reads conditions. What was read once is not read again. */
public final class Conditions {
  private static final int LONGEST = 4000;
  private static final int REMEMBERED = 20_000;

  /** Operations that one condition may take at most. */
  public static final long DEAREST = 200_000;

  private static final CelCompiler COMPILER = compiler();
  private static final Map<String, Condition> READ = new ConcurrentHashMap<>();

  private Conditions() {}

  static CelCompiler compiler() {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setTypeProvider(FactSchema.types())
            .addFunctionDeclarations(functions())
            .setResultType(SimpleType.BOOL);
    FactSchema.facts().forEach(fact -> builder.addVar(fact, FactSchema.type(fact)));
    return builder.build();
  }

  static List<CelFunctionDecl> functions() {
    var text = SimpleType.STRING;
    return List.of(
        CelFunctionDecl.newFunctionDeclaration(
            "pii", CelOverloadDecl.newGlobalOverload("pii_string", SimpleType.BOOL, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "tone", CelOverloadDecl.newGlobalOverload("tone_string", text, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "hosts",
            CelOverloadDecl.newGlobalOverload("hosts_string", ListType.create(text), text)),
        CelFunctionDecl.newFunctionDeclaration(
            "lower", CelOverloadDecl.newMemberOverload("lower_string", text, text)),
        CelFunctionDecl.newFunctionDeclaration(
            "similar",
            CelOverloadDecl.newGlobalOverload("similar_strings", SimpleType.DOUBLE, text, text)));
  }

  /**
   * Reads and checks a condition.
   *
   * @throws InvalidCondition with what is wrong and where
   */
  public static Condition read(String text) {
    var known = READ.get(text);
    if (known != null) {
      return known;
    }
    if (text.isBlank() || text.length() > LONGEST) {
      throw wrong(1, 1, "A condition has 1 to " + LONGEST + " signs.");
    }
    var condition = checked(text);
    if (READ.size() < REMEMBERED) {
      READ.put(text, condition);
    }
    return condition;
  }

  private static Condition checked(String text) {
    CelAbstractSyntaxTree tree;
    try {
      tree = COMPILER.compile(text).getAst();
    } catch (CelValidationException e) {
      throw new InvalidCondition(
          e.getErrors().stream()
              .map(
                  issue ->
                      new Problem(
                          Math.max(1, issue.getSourceLocation().getLine()),
                          Math.max(1, issue.getSourceLocation().getColumn() + 1),
                          plain(issue.getMessage())))
              .toList());
    }
    var facts = new TreeSet<String>();
    gather(tree.getExpr(), facts);
    requireOneCheckpoint(facts);
    try {
      new Translator().translate(tree.getExpr());
    } catch (Translator.Unsupported unsupported) {
      throw at(tree, unsupported.expression(), String.valueOf(unsupported.getMessage()));
    }
    long cost = Cost.of(tree.getExpr());
    if (cost > DEAREST) {
      throw wrong(1, 1, "It may take %,d operations; %,d are allowed.".formatted(cost, DEAREST));
    }
    return new Condition(text, tree, Set.copyOf(facts), cost);
  }

  private static String plain(String message) {
    return message.replace("hitlai.", "").replaceFirst("\\s*\\(in container '[^']*'\\)", "");
  }

  private static void requireOneCheckpoint(Set<String> facts) {
    if (facts.isEmpty()) {
      throw wrong(1, 1, "It asks for no fact, so it would always say the same.");
    }
    for (var checkpoint : Checkpoint.values()) {
      if (checkpoint.asks(facts)) {
        return;
      }
    }
    throw wrong(
        1,
        1,
        "It asks for two of finding, action and inference; there is never more than one of them.");
  }

  private static InvalidCondition at(CelAbstractSyntaxTree tree, long id, String message) {
    var offset = tree.getSource().getPositionsMap().getOrDefault(id, 0);
    var location = tree.getSource().getOffsetLocation(offset);
    return location
        .map(place -> wrong(place.getLine(), place.getColumn() + 1, message))
        .orElseGet(() -> wrong(1, 1, message));
  }

  private static InvalidCondition wrong(int line, int column, String message) {
    return new InvalidCondition(List.of(new Problem(line, column, message)));
  }

  private static void gather(CelExpr expression, Set<String> facts) {
    switch (expression.getKind()) {
      case IDENT -> {
        if (FactSchema.isFact(expression.ident().name())) {
          facts.add(expression.ident().name());
        }
      }
      case SELECT -> gather(expression.select().operand(), facts);
      case CALL -> {
        expression.call().target().ifPresent(target -> gather(target, facts));
        expression.call().args().forEach(argument -> gather(argument, facts));
      }
      case LIST -> expression.list().elements().forEach(element -> gather(element, facts));
      case COMPREHENSION -> {
        var loop = expression.comprehension();
        List.of(
                loop.iterRange(),
                loop.accuInit(),
                loop.loopCondition(),
                loop.loopStep(),
                loop.result())
            .forEach(part -> gather(part, facts));
      }
      case CONSTANT, STRUCT, MAP, NOT_SET -> {}
    }
  }
}
