namespace RelationalPractice.Surveys;

public static class Spelling
{
    /// <summary>
    /// How many slips lie between two words: letters put in, left out, changed, or two neighbours the wrong way round (Damerau and
    /// Levenshtein, no stretch edited twice). For words and names, not for texts: it holds three rows of the second word's length on the stack.
    /// </summary>
    public static int Distance(string one, string other)
    {
        Span<int> twoAbove = stackalloc int[other.Length + 1];
        Span<int> above = stackalloc int[other.Length + 1];
        Span<int> row = stackalloc int[other.Length + 1];
        for (var j = 0; j <= other.Length; j++)
        {
            above[j] = j;
        }

        for (var i = 1; i <= one.Length; i++)
        {
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = above[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
                }
            }

            above.CopyTo(twoAbove);
            row.CopyTo(above);
        }

        return above[other.Length];
    }
}
