package dev.hitlai.platform.tenancy;

/**
 * Binds an {@link Actor} to what runs inside a call; every transaction that begins there carries
 * it.
 *
 * <pre>{@code
 * var runs = Tenancy.as(Actor.company(userId, companyId), () -> testRuns.latest(20));
 * }</pre>
 *
 * <p>The binding ends with the call and isn't inherited by threads started inside. Bind before the
 * transaction opens: joining an open transaction as somebody else is refused, because its rows were
 * already chosen for the first actor.
 */
public final class Tenancy {
  private static final ScopedValue<Actor> CURRENT = ScopedValue.newInstance();

  private Tenancy() {}

  /** Runs the action as the actor and returns its result; its exception passes through. */
  public static <T, X extends Throwable> T as(
      Actor actor, ScopedValue.CallableOp<? extends T, X> action) throws X {
    return ScopedValue.where(CURRENT, actor).call(action);
  }

  /** Like {@link #as} for an action without a result. */
  public static <X extends Throwable> void run(Actor actor, Action<X> action) throws X {
    ScopedValue.where(CURRENT, actor)
        .<Boolean, X>call(
            () -> {
              action.run();
              return true;
            });
  }

  /** The actor bound around this call; a visitor when none is. */
  public static Actor current() {
    return CURRENT.isBound() ? CURRENT.get() : Actor.visitor();
  }

  /** What {@link #run} runs. */
  @FunctionalInterface
  public interface Action<X extends Throwable> {
    void run() throws X;
  }
}
