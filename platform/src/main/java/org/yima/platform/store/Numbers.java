package org.yima.platform.store;

/**
 * Numbers that are never given twice, by any server on this database: settlements, postings,
 * visits. They come in blocks of a sequence, so that a payment needs no round trip for them; what
 * is left of a block when a server stops is never used, and numbers say nothing about how many
 * there were.
 */
public final class Numbers {
  private static final int BLOCK = 1000;

  private final Database database;
  private long next;
  private long end;

  public Numbers(Database database) {
    this.database = database;
  }

  public synchronized long next() {
    if (next == end) {
      var batch = new Batch();
      var block = batch.ask("select nextval('number_block')", row -> row.getLong(1));
      database.query(batch);
      next = block.rows().getFirst() * BLOCK;
      end = next + BLOCK;
    }
    return next++;
  }
}
