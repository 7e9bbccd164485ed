package org.yima.platform;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
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

/**
 * Carries one transaction out: one database transaction of two round trips, with idempotency around
 * it that no handler sees.
 *
 * <p>First trip: claim the key, then what the handler asks, under its locks. Second: what the
 * handler decided, and the commit. A refusal commits nothing.
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
  private final InFlight inFlight = new InFlight(COPY_WAITS);

  Desk(Database database, Idempotency idempotency, Vault vault) {
    this.database = database;
    this.idempotency = idempotency;
    this.vault = vault;
  }

  /** Carries out a call whose fields have been checked. */
  public <Q, F, A> Outcome<A> perform(Transaction<Q, F, A> transaction, Element data, Call call) {
    try {
      return transaction.memory() == Memory.ORDER
          ? once(transaction, data, call)
          : attempt(transaction, data, call, null);
    } catch (StoreException e) {
      return failed(transaction, e);
    } catch (RuntimeException e) {
      LOG.error("{} broke an invariant", transaction.code(), e);
      return Outcome.refuse(Reason.BROKEN);
    }
  }

  private static <A> Outcome<A> failed(Transaction<?, ?, A> transaction, StoreException e) {
    if (e.kind() == Kind.BUSY) {
      return Outcome.refuse(Reason.IN_PROGRESS);
    }
    LOG.error("{} failed in the database", transaction.code(), e);
    return Outcome.refuse(Reason.BROKEN);
  }

  /** One copy at a time in this server; copies on other servers meet in the database. */
  private <Q, F, A> Outcome<A> once(Transaction<Q, F, A> transaction, Element data, Call call) {
    var key = Idempotency.Key.of(call, transaction.code(), transaction.key(data));
    try (InFlight.Turn turn = inFlight.enter(key.toString())) {
      return turn == null
          ? Outcome.refuse(Reason.IN_PROGRESS)
          : attempt(
              transaction, data, call, new Idempotency.Claim(key, ContentDigest.of(vault, data)));
    }
  }

  private <Q, F, A> Outcome<A> attempt(
      Transaction<Q, F, A> transaction,
      Element data,
      Call call,
      Idempotency.@Nullable Claim claim) {
    return transaction
        .prepare(transaction.read(data, call), call)
        .then(request -> carryOut(transaction, request, call, claim));
  }

  private <Q, F, A> Outcome<A> carryOut(
      Transaction<Q, F, A> transaction, Q request, Call call, Idempotency.@Nullable Claim claim) {
    for (int left = ATTEMPTS; ; left--) {
      try {
        return transaction.memory() == Memory.QUERY
            ? query(transaction, request, call)
            : database.transaction(session -> run(transaction, request, call, claim, session));
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

  private <Q, F, A> Outcome<A> run(
      Transaction<Q, F, A> transaction,
      Q request,
      Call call,
      Idempotency.@Nullable Claim claim,
      Session session) {
    var reads = new Batch();
    @Nullable Answer<Void> claimed = claim == null ? null : idempotency.claim(reads, claim);
    F facts = transaction.ask(request, call, reads);
    session.run(reads);
    if (claimed != null && claimed.changed() == 0) {
      return isCopy(Objects.requireNonNull(claim), session)
          ? transaction.recall(request, call, facts)
          : Outcome.refuse(Reason.SAME_ORDER_OTHER_CONTENT);
    }
    var writes = new Batch();
    Outcome<A> outcome = transaction.decide(request, call, facts, writes);
    if (!writes.isEmpty() && keeps(outcome, claim, writes)) {
      session.runAndCommit(writes);
    }
    return outcome;
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
