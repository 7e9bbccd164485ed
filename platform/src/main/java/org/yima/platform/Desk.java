package org.yima.platform;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yima.platform.audit.Asked;
import org.yima.platform.audit.Trail;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Batch.Answer;
import org.yima.platform.store.Database;
import org.yima.platform.store.Database.Session;
import org.yima.platform.store.StoreException;
import org.yima.platform.store.StoreException.Kind;
import org.yima.platform.store.Vault;
import org.yima.platform.transaction.Call;
import org.yima.platform.transaction.Outcome;
import org.yima.platform.transaction.Reason;
import org.yima.platform.transaction.Transaction;
import org.yima.platform.transaction.Transaction.Memory;
import org.yima.protocol.Element;
import org.yima.protocol.ElementWriter;

/**
 * Carries one transaction out: one database transaction of two round trips, with idempotency around
 * it that no handler sees.
 *
 * <p>First trip: claim the key, then what the handler asks, under its locks. Second: what the
 * handler decided, its entry in the audit trail, and the commit. A refusal commits nothing; it and
 * a query are entered in the trail by themselves, before their answer leaves.
 */
@Component
public final class Desk {
  private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

  /** How often a call is begun anew because another inserted the same row first. */
  private static final int ATTEMPTS = 3;

  /** How long a copy of a call under way waits before it answers "in progress". */
  private static final Duration COPY_WAITS = Duration.ofSeconds(2);

  private final Database database;
  private final Idempotency idempotency;
  private final Vault vault;
  private final Trail trail;
  private final InFlight inFlight = new InFlight(COPY_WAITS);

  Desk(Database database, Idempotency idempotency, Vault vault, Trail trail) {
    this.database = database;
    this.idempotency = idempotency;
    this.vault = vault;
    this.trail = trail;
  }

  /**
   * What is to be carried out.
   *
   * @param data the request, its fields checked
   * @param asked who asked, as the audit trail keeps it
   */
  public record Job(Element data, Asked asked) {
    /** For what did not come as a message of the interface: it is known by its own text. */
    public static Job of(Call call, String transaction, Element data) {
      byte[] text = ElementWriter.write(data).getBytes(StandardCharsets.UTF_8);
      return new Job(data, Asked.of(call, transaction, data, Trail.digest(text)));
    }

    Call call() {
      return asked.call();
    }
  }

  /**
   * What became of a job.
   *
   * @param entered whether its entry in the trail was committed with it
   */
  private record Carried<A>(Outcome<A> outcome, boolean entered) {
    static <A> Carried<A> alone(Outcome<A> outcome) {
      return new Carried<>(outcome, false);
    }
  }

  /** Carries out a job; when this returns, what became of it is in the audit trail. */
  public <Q, F, A> Outcome<A> perform(Transaction<Q, F, A> transaction, Job job) {
    Carried<A> carried = carriedOut(transaction, job);
    return carried.entered() || entered(job.asked(), carried.outcome())
        ? carried.outcome()
        : Outcome.refuse(Reason.BROKEN);
  }

  private <Q, F, A> Carried<A> carriedOut(Transaction<Q, F, A> transaction, Job job) {
    try {
      return transaction.memory() == Memory.ORDER
          ? once(transaction, job)
          : attempt(transaction, job, null);
    } catch (StoreException e) {
      return Carried.alone(failed(transaction, e));
    } catch (RuntimeException e) {
      LOG.error("{} broke an invariant", transaction.code(), e);
      return Carried.alone(Outcome.refuse(Reason.BROKEN));
    }
  }

  private boolean entered(Asked asked, Outcome<?> outcome) {
    try {
      trail.enter(asked, code(outcome));
      return true;
    } catch (StoreException e) {
      LOG.error("{} could not be entered in the audit trail", asked.transaction(), e);
      return false;
    }
  }

  private static String code(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Done<?> done -> "00";
      case Outcome.NotDone<?> no -> no.refusal().reason().number();
    };
  }

  private static <A> Outcome<A> failed(Transaction<?, ?, A> transaction, StoreException e) {
    if (e.kind() == Kind.BUSY) {
      return Outcome.refuse(Reason.IN_PROGRESS);
    }
    LOG.error("{} failed in the database", transaction.code(), e);
    return Outcome.refuse(Reason.BROKEN);
  }

  /** One copy at a time in this server; copies on other servers meet in the database. */
  private <Q, F, A> Carried<A> once(Transaction<Q, F, A> transaction, Job job) {
    var key = Idempotency.Key.of(job.call(), transaction.code(), transaction.key(job.data()));
    try (InFlight.Turn turn = inFlight.enter(key.toString())) {
      return turn == null
          ? Carried.alone(Outcome.refuse(Reason.IN_PROGRESS))
          : attempt(
              transaction, job, new Idempotency.Claim(key, ContentDigest.of(vault, job.data())));
    }
  }

  private <Q, F, A> Carried<A> attempt(
      Transaction<Q, F, A> transaction, Job job, Idempotency.@Nullable Claim claim) {
    Outcome<Q> prepared = transaction.prepare(transaction.read(job.data(), job.call()), job.call());
    return switch (prepared) {
      case Outcome.Done<Q> ready -> carryOut(transaction, ready.answer(), job, claim);
      case Outcome.NotDone<Q> no -> Carried.alone(no.ofAnother());
    };
  }

  private <Q, F, A> Carried<A> carryOut(
      Transaction<Q, F, A> transaction, Q request, Job job, Idempotency.@Nullable Claim claim) {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return transaction.memory() == Memory.QUERY
            ? Carried.alone(query(transaction, request, job.call()))
            : database.transaction(session -> run(transaction, request, job, claim, session));
      } catch (StoreException e) {
        if (e.kind() != Kind.DUPLICATE || left == 1) {
          throw e;
        }
      }
    }
  }

  private <Q, F, A> Outcome<A> query(Transaction<Q, F, A> transaction, Q request, Call call) {
    var reads = new Batch();
    F facts = transaction.ask(request, call, reads);
    database.query(reads);
    var writes = new Batch();
    Outcome<A> outcome = transaction.decide(request, call, facts, writes);
    if (!writes.isEmpty()) {
      throw new IllegalStateException(transaction.code() + " is a query and writes");
    }
    return outcome;
  }

  private <Q, F, A> Carried<A> run(
      Transaction<Q, F, A> transaction,
      Q request,
      Job job,
      Idempotency.@Nullable Claim claim,
      Session session) {
    var reads = new Batch();
    @Nullable Answer<Void> claimed = claim == null ? null : idempotency.claim(reads, claim);
    F facts = transaction.ask(request, job.call(), reads);
    session.run(reads);
    if (claimed != null && claimed.changed() == 0) {
      return Carried.alone(
          isCopy(Objects.requireNonNull(claim), session)
              ? transaction.recall(request, job.call(), facts)
              : Outcome.refuse(Reason.SAME_ORDER_OTHER_CONTENT));
    }
    var writes = new Batch();
    Outcome<A> outcome = transaction.decide(request, job.call(), facts, writes);
    boolean stays = !writes.isEmpty() && keeps(outcome, claim, writes);
    if (stays) {
      trail.enter(writes, job.asked(), code(outcome));
      session.runAndCommit(writes);
    }
    return new Carried<>(outcome, stays);
  }

  /** Whether what was written stays. Only success is remembered: another's claim is given up. */
  private boolean keeps(Outcome<?> outcome, Idempotency.@Nullable Claim claim, Batch writes) {
    return switch (outcome) {
      case Outcome.Done<?> done -> true;
      case Outcome.Refused<?> refused -> false;
      case Outcome.Amended<?> amended -> {
        if (claim != null) {
          idempotency.forget(writes, claim.key());
        }
        yield true;
      }
    };
  }

  private boolean isCopy(Idempotency.Claim claim, Session session) {
    var reads = new Batch();
    Answer<byte[]> stored = idempotency.stored(reads, claim.key());
    session.run(reads);
    return claim.isSame(stored.rows());
  }
}
