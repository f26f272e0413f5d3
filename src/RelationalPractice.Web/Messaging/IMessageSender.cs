using RelationalPractice.Messaging;

namespace RelationalPractice.Web.Messaging;

/// <summary>Somebody outside who brings messages to families. Called by several at once.</summary>
public interface IMessageSender
{
    bool Takes(MessageChannel channel);

    /// <summary>Whether an earlier try went out although nobody noted its end.</summary>
    /// <returns><see cref="SendingResult.NotTaken"/> also where nobody can tell.</returns>
    Task<SendingAnswer> FindAsync(Guid reference);

    /// <returns>Never throws for what the sender or the network does.</returns>
    Task<SendingAnswer> SendAsync(Letter letter);
}

/// <summary>A message as it leaves us, its link written in. It is kept nowhere.</summary>
/// <param name="Id">Of the row: what the sender is told as its reference.</param>
/// <param name="Subject">Of an e-mail.</param>
public sealed record Letter(Guid Id, MessageChannel Channel, string To, string Subject, string Body)
{
    public override string ToString() => "(letter)";
}

public enum SendingResult
{
    Taken,
    NotTaken,

    /// <summary>Now and always.</summary>
    Refused,

    /// <summary>Nobody knows whether it was taken, or it was not: later again.</summary>
    TryAgain,

    /// <summary>This message not before a time.</summary>
    PutOff,

    /// <summary>Nothing at all before a time.</summary>
    HoldUp,
}

/// <param name="Because">One of <see cref="WhyNot"/>.</param>
public sealed record SendingAnswer(SendingResult Result, string Because = "", DateTime NotBeforeUtc = default)
{
    public static SendingAnswer Taken { get; } = new(SendingResult.Taken);

    public static SendingAnswer NotTaken { get; } = new(SendingResult.NotTaken);

    public static SendingAnswer Refused(string because) => new(SendingResult.Refused, because);

    public static SendingAnswer TryAgain(string because) => new(SendingResult.TryAgain, because);
}
