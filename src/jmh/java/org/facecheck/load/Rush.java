package org.facecheck.load;

/** What came of one rush: how many were checked, how many turned away, and how long it took until the last one knew. */
record Rush(int checked, int refused, int failed, double seconds) {
    static final Rush NONE = new Rush(0, 0, 0, 0);

    static Rush parse(String line) {
        String[] words = line.split(" ");
        return new Rush(
                Integer.parseInt(words[0]),
                Integer.parseInt(words[1]),
                Integer.parseInt(words[2]),
                Double.parseDouble(words[3]));
    }

    double checksPerSecond() {
        return checked / seconds;
    }

    /** As it is parsed. */
    @Override
    public String toString() {
        return checked + " " + refused + " " + failed + " " + seconds;
    }
}
