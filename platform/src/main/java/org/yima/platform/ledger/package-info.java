/**
 * Postings: one row a settlement, with all accounts it moved side by side. Rows are only ever
 * added, and a row that does not sum to zero cannot be.
 */
package org.yima.platform.ledger;
