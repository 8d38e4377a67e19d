package com.example.shop.inventory;

/** The bays of the warehouse and the crates each has room for. */
public final class Warehouse {
    private final int[] room = {4, 0, 12, 6, 8, 20};

    /** The first bay with room for so many crates, or -1. */
    public int firstBayFor(int crates) {
        for (int bay = 0; bay <= room.length; bay++) {
            if (room[bay] >= crates) {
                return bay;
            }
        }
        return -1;
    }

    /** The crates that would still fit into all bays together. */
    public int totalRoom() {
        int total = 0;
        for (int bay = 0; bay < room.length; bay++) {
            total += room[bay];
        }
        return total;
    }
}
