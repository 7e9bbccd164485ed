package org.yima.platform.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yima.platform.store.Batch;
import org.yima.platform.store.Database;
import org.yima.platform.store.Numbers;
import org.yima.platform.store.StoreException;

/**
 * Enters exchanges. What a transaction writes and its entry are committed together. Exchanges that
 * write nothing, queries and refusals, are entered before their answer leaves: whoever comes first
 * writes for all who have come meanwhile, so that many of them share one commit.
 */
@Component
public final class Trail {
  /** Most entries of one commit. */
  private static final int GROUP = 500;

  private final Entries entries;
  private final Numbers numbers;
  private final Database database;
  private final ConcurrentLinkedQueue<Waiting> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  Trail(Entries entries, Numbers numbers, Database database) {
    this.entries = entries;
    this.numbers = numbers;
    this.database = database;
  }

  /** The digest by which a message is known. */
  public static String digest(byte[] message) {
    return Digests.sm3(message);
  }

  /** Enters an exchange in the transaction of what it does. */
  public void enter(Batch writes, Asked asked, String outcome) {
    entries.add(writes, Entry.of(asked, numbers.next(), outcome));
  }

  /** Enters an act of the office in the transaction of what it does. */
  public void enter(Batch writes, OfficeAct act, String outcome) {
    entries.add(writes, Entry.of(act, numbers.next(), outcome));
  }

  /** Enters an act of the office that wrote nothing, and returns once that is committed. */
  public void enter(OfficeAct act, String outcome) {
    enter(Entry.of(act, numbers.next(), outcome));
  }

  /**
   * Enters an exchange that wrote nothing, and returns once that is committed.
   *
   * @throws StoreException if it could not be
   */
  public void enter(Asked asked, String outcome) {
    enter(Entry.of(asked, numbers.next(), outcome));
  }

  private void enter(Entry entry) {
    var own = new Waiting(entry);
    queue.add(own);
    writing.lock();
    try {
      while (!own.written && own.failure == null) {
        writeAll();
      }
    } finally {
      writing.unlock();
    }
    if (own.failure != null) {
      throw own.failure;
    }
  }

  private void writeAll() {
    List<Waiting> group = new ArrayList<>();
    for (Waiting next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == GROUP) {
        break;
      }
    }
    try {
      write(group.stream().map(Waiting::entry).toList());
      group.forEach(each -> each.written = true);
    } catch (StoreException e) {
      group.forEach(each -> each.failure = e);
    }
  }

  private void write(List<Entry> group) {
    database.transaction(session -> {
      var batch = new Batch();
      entries.add(batch, group);
      session.runAndCommit(batch);
      return group;
    });
  }

  /** An entry and who waits for it; seen under {@link #writing} alone once it is in the queue. */
  private static final class Waiting {
    private final Entry entry;
    private boolean written;
    private @Nullable StoreException failure;

    private Waiting(Entry entry) {
      this.entry = entry;
    }

    private Entry entry() {
      return entry;
    }
  }
}
