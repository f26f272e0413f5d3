using RelationalPractice.Web.Pages.Staff;

namespace RelationalPractice.Web.Pages.Messaging;

public static class MessagingLinks
{
    public static Missing Missing { get; } = new(
        "That message is not waiting for you", "It is not one of ours, a colleague has tried it again, or it has gone out since.", List(), "Go to the messages");

    public static Missing NothingToTry { get; } = new(
        "No message waits to be tried again", "A colleague has tried them again, or they have gone out since.", List(), "Go to the messages");

    public static string List() => "/invitations/messages";

    public static string TryAgain(Guid id) => $"/invitations/messages/{id}/try-again";

    public static string TryAllAgain() => "/invitations/messages/try-again";

    /// <summary>In Development alone.</summary>
    public static string Outbox() => "/invitations/outbox";
}
