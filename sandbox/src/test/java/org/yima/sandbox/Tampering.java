package org.yima.sandbox;

import java.util.stream.Stream;

/**
 * A change behind the platform's back.
 *
 * @param change applied to the database
 * @param found what {@code audit verify} says of it, with blanks between
 */
record Tampering(String name, String change, String found) {
  private static final String SECOND = "(select entry_no from audit_entry where subject = 'V21')";

  static Stream<Tampering> all() {
    return Stream.concat(ofEntries(), ofTheChain());
  }

  private static Stream<Tampering> ofEntries() {
    return Stream.of(
        new Tampering(
            "an outcome is changed",
            "update audit_entry set outcome = '00' where entry_no = " + SECOND,
            "CHANGED"),
        new Tampering(
            "a time is changed by a microsecond",
            "update audit_entry set at = at + interval '1 microsecond' where entry_no = " + SECOND,
            "CHANGED"),
        new Tampering(
            "the operator is another",
            "update audit_entry set operator = 'X' where entry_no = " + SECOND,
            "CHANGED"),
        new Tampering(
            "two fields run into each other differently",
            "update audit_entry set transaction = 'ST0', subject = '09V21' where entry_no = "
                + SECOND,
            "CHANGED"),
        new Tampering(
            "an entry is removed", "delete from audit_entry where entry_no = " + SECOND, "MISSING"),
        new Tampering(
            "a copy is put beside it",
            """
            insert into audit_entry select (jsonb_populate_record(e,
              jsonb_build_object('entry_no', e.entry_no + 1000000))).* from audit_entry e
             where entry_no =\
            """
                + SECOND,
            "INSERTED"));
  }

  private static Stream<Tampering> ofTheChain() {
    return Stream.of(
        new Tampering(
            "a block is dated back",
            "update audit_block set sealed_at = sealed_at - interval '1 hour' where block_no = 2",
            "BLOCK_CHANGED"),
        new Tampering(
            "a block lists one entry less",
            "update audit_block set entries = substring(entries from 41) where block_no = 2",
            "BLOCK_CHANGED INSERTED"),
        new Tampering(
            "a block is removed",
            "delete from audit_block where block_no = 2",
            "BLOCK_CHANGED BLOCK_MISSING INSERTED"),
        new Tampering(
            "the last block is removed",
            "delete from audit_block where block_no = (select max(block_no) from audit_block)",
            "CUT_OFF HEAD_DIFFERS INSERTED"),
        new Tampering(
            "the end is removed with all that knows of it",
            """
            delete from audit_entry where subject like 'V3%';
            delete from audit_block where block_no = (select max(block_no) from audit_block);
            update audit_chain c set (block_no, chain) = (select b.block_no, b.chain
              from audit_block b order by b.block_no desc limit 1);
            delete from audit_head\
            """,
            "HEAD_DIFFERS"),
        new Tampering(
            "everything is removed",
            "delete from audit_entry; delete from audit_block; delete from audit_chain;"
                + " delete from audit_head",
            "HEAD_DIFFERS"),
        new Tampering(
            "a head is moved to another block",
            """
            update audit_head h set (block_no, chain) =
              (select b.block_no, b.chain from audit_block b where b.block_no = h.block_no - 1)\
            """,
            "SIGNATURE_WRONG"),
        new Tampering(
            "a signature is another's",
            "update audit_head set signature = decode('3006020101020101', 'hex')",
            "SIGNATURE_WRONG"));
  }

  @Override
  public String toString() {
    return name;
  }
}
