using System.Globalization;

namespace RelationalPractice.LoadTests;

/// <summary>What was typed after a command's name. Every option must be asked for by the command: one left over is a mistake.</summary>
internal sealed class Options
{
    private readonly List<string> _left;

    public Options(string[] typed) => _left = [.. typed];

    public bool Flag(string name) => _left.Remove(name);

    public string? Text(string name)
    {
        var at = _left.IndexOf(name);
        if (at < 0) return null;
        if (at + 1 == _left.Count) throw new UsageException($"{name} needs a value.");
        var value = _left[at + 1];
        _left.RemoveRange(at, 2);
        return value;
    }

    public int Number(string name, int otherwise, int least, int most) =>
        Text(name) is { } typed ? Number(name, typed, least, most) : otherwise;

    public IReadOnlyList<int> Numbers(string name, IReadOnlyList<int> otherwise, int least, int most) =>
        Text(name) is { } typed ? [.. typed.Split(',').Select(part => Number(name, part, least, most))] : otherwise;

    public T Choice<T>(string name, T otherwise)
        where T : struct, Enum =>
        Text(name) is not { } typed ? otherwise
        : Enum.TryParse<T>(typed, ignoreCase: true, out var value) && Enum.IsDefined(value) ? value
        : throw new UsageException($"{name} is one of {string.Join(", ", Enum.GetNames<T>())}.");

    public void NothingElse()
    {
        if (_left.Count > 0) throw new UsageException($"'{_left[0]}' is not an option of this command.");
    }

    private static int Number(string name, string typed, int least, int most) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw new UsageException($"{name} takes whole numbers from {least} to {most}.");
}

internal sealed class UsageException(string message) : Exception(message);

/// <summary>The run cannot go on. Its message is all that is shown.</summary>
internal sealed class LoadTestException(string message) : Exception(message);
