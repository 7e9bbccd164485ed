/**
 * Reconciliation (对账): ST099 gives the statement of a business cycle, read from the postings
 * themselves, so that what a hospital compares with is what the funds will pay.
 */
package org.yima.platform.reconcile;
