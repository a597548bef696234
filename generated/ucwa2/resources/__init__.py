# Made by ucwagen from specs/. Do not edit: change the specs and build again.
"""One module per resource: its state, what it leads to, and what can be done with a link to it.

A state or a link is here too, and is imported on first use: `from ucwa2.resources import AcceptLink`.
"""

from .._runtime.base.typing_shim import TYPE_CHECKING

if TYPE_CHECKING:
    from .accept import AcceptLink as AcceptLink
    from .accept_with_answer import AcceptWithAnswerLink as AcceptWithAnswerLink
    from .accept_with_phone_audio import AcceptWithPhoneAudioLink as AcceptWithPhoneAudioLink
    from .accepted_by_contact import AcceptedByContactLink as AcceptedByContactLink
    from .accepted_by_participant import AcceptedByParticipantLink as AcceptedByParticipantLink
    from .add_audio import AddAudioLink as AddAudioLink
    from .add_audio_video import AddAudioVideoLink as AddAudioVideoLink
    from .add_messaging import AddMessagingLink as AddMessagingLink
    from .add_participant import AddParticipantLink as AddParticipantLink
    from .add_phone_audio import AddPhoneAudioLink as AddPhoneAudioLink
    from .add_to_contact_list import AddToContactListLink as AddToContactListLink
    from .add_to_presence_subscription import AddToPresenceSubscriptionLink as AddToPresenceSubscriptionLink
    from .add_video import AddVideoLink as AddVideoLink
    from .admit import AdmitLink as AdmitLink
    from .anon_applications import AnonApplicationsLink as AnonApplicationsLink
    from .answer import AnswerLink as AnswerLink
    from .application import Application as Application
    from .application import ApplicationLink as ApplicationLink
    from .application_sharer import ApplicationSharerLink as ApplicationSharerLink
    from .application_sharing import ApplicationSharing as ApplicationSharing
    from .application_sharing import ApplicationSharingLink as ApplicationSharingLink
    from .application_sharing_renegotiation import ApplicationSharingRenegotiation as ApplicationSharingRenegotiation
    from .application_sharing_renegotiation import (
        ApplicationSharingRenegotiationLink as ApplicationSharingRenegotiationLink,
    )
    from .applications import Applications as Applications
    from .applications import ApplicationsLink as ApplicationsLink
    from .applications2 import Applications2Link as Applications2Link
    from .attendees import Attendees as Attendees
    from .attendees import AttendeesLink as AttendeesLink
    from .audio_transcript import AudioTranscript as AudioTranscript
    from .audio_transcript import AudioTranscriptLink as AudioTranscriptLink
    from .audio_video import AudioVideo as AudioVideo
    from .audio_video import AudioVideoLink as AudioVideoLink
    from .audio_video_invitation import AudioVideoInvitation as AudioVideoInvitation
    from .audio_video_invitation import AudioVideoInvitationLink as AudioVideoInvitationLink
    from .audio_video_negotiation import AudioVideoNegotiation as AudioVideoNegotiation
    from .audio_video_negotiation import AudioVideoNegotiationLink as AudioVideoNegotiationLink
    from .audio_video_policies import AudioVideoPolicies as AudioVideoPolicies
    from .audio_video_policies import AudioVideoPoliciesLink as AudioVideoPoliciesLink
    from .audio_video_renegotiation import AudioVideoRenegotiation as AudioVideoRenegotiation
    from .audio_video_renegotiation import AudioVideoRenegotiationLink as AudioVideoRenegotiationLink
    from .audio_video_session import AudioVideoSession as AudioVideoSession
    from .audio_video_session import AudioVideoSessionLink as AudioVideoSessionLink
    from .audio_video_sessions import AudioVideoSessionsLink as AudioVideoSessionsLink
    from .batch import BatchLink as BatchLink
    from .call_forwarding_settings import CallForwardingSettings as CallForwardingSettings
    from .call_forwarding_settings import CallForwardingSettingsLink as CallForwardingSettingsLink
    from .cancel import CancelLink as CancelLink
    from .change_number import ChangeNumberLink as ChangeNumberLink
    from .change_visibility import ChangeVisibilityLink as ChangeVisibilityLink
    from .communication import Communication as Communication
    from .communication import CommunicationLink as CommunicationLink
    from .contact import Contact as Contact
    from .contact import ContactLink as ContactLink
    from .contact_location import ContactLocation as ContactLocation
    from .contact_location import ContactLocationLink as ContactLocationLink
    from .contact_note import ContactNote as ContactNote
    from .contact_note import ContactNoteLink as ContactNoteLink
    from .contact_photo import ContactPhoto as ContactPhoto
    from .contact_photo import ContactPhotoLink as ContactPhotoLink
    from .contact_presence import ContactPresence as ContactPresence
    from .contact_presence import ContactPresenceLink as ContactPresenceLink
    from .contact_privacy_relationship import ContactPrivacyRelationship as ContactPrivacyRelationship
    from .contact_privacy_relationship import ContactPrivacyRelationshipLink as ContactPrivacyRelationshipLink
    from .contact_privacy_relationship2 import ContactPrivacyRelationship2Link as ContactPrivacyRelationship2Link
    from .contact_supported_modalities import ContactSupportedModalities as ContactSupportedModalities
    from .contact_supported_modalities import ContactSupportedModalitiesLink as ContactSupportedModalitiesLink
    from .continue_audio import ContinueAudioLink as ContinueAudioLink
    from .continue_audio_video import ContinueAudioVideoLink as ContinueAudioVideoLink
    from .continue_messaging import ContinueMessagingLink as ContinueMessagingLink
    from .continue_phone_audio import ContinuePhoneAudioLink as ContinuePhoneAudioLink
    from .continue_video import ContinueVideoLink as ContinueVideoLink
    from .conversation import Conversation as Conversation
    from .conversation import ConversationLink as ConversationLink
    from .conversation_extension_result import ConversationExtensionResult as ConversationExtensionResult
    from .conversation_extension_result import ConversationExtensionResultLink as ConversationExtensionResultLink
    from .conversation_log import ConversationLog as ConversationLog
    from .conversation_log import ConversationLogLink as ConversationLogLink
    from .conversation_log_recipient import ConversationLogRecipient as ConversationLogRecipient
    from .conversation_log_recipient import ConversationLogRecipientLink as ConversationLogRecipientLink
    from .conversation_log_transcript import ConversationLogTranscript as ConversationLogTranscript
    from .conversation_log_transcript import ConversationLogTranscriptLink as ConversationLogTranscriptLink
    from .conversation_log_transcripts import ConversationLogTranscripts as ConversationLogTranscripts
    from .conversation_log_transcripts import ConversationLogTranscriptsLink as ConversationLogTranscriptsLink
    from .conversation_logs import ConversationLogs as ConversationLogs
    from .conversation_logs import ConversationLogsLink as ConversationLogsLink
    from .conversations import Conversations as Conversations
    from .conversations import ConversationsLink as ConversationsLink
    from .data_collaboration import DataCollaboration as DataCollaboration
    from .data_collaboration import DataCollaborationLink as DataCollaborationLink
    from .decline import DeclineLink as DeclineLink
    from .default_group import DefaultGroup as DefaultGroup
    from .default_group import DefaultGroupLink as DefaultGroupLink
    from .delegates_group import DelegatesGroup as DelegatesGroup
    from .delegates_group import DelegatesGroupLink as DelegatesGroupLink
    from .delegator import Delegator as Delegator
    from .delegator import DelegatorLink as DelegatorLink
    from .delegators_group import DelegatorsGroup as DelegatorsGroup
    from .delegators_group import DelegatorsGroupLink as DelegatorsGroupLink
    from .demote import DemoteLink as DemoteLink
    from .derived_audio_video import DerivedAudioVideoLink as DerivedAudioVideoLink
    from .derived_conversation import DerivedConversationLink as DerivedConversationLink
    from .derived_messaging import DerivedMessagingLink as DerivedMessagingLink
    from .derived_phone_audio import DerivedPhoneAudioLink as DerivedPhoneAudioLink
    from .dial_in_region import DialInRegion as DialInRegion
    from .dial_in_region import DialInRegionLink as DialInRegionLink
    from .disable_audience_messaging import DisableAudienceMessagingLink as DisableAudienceMessagingLink
    from .disable_audience_mute_lock import DisableAudienceMuteLockLink as DisableAudienceMuteLockLink
    from .dismiss import DismissLink as DismissLink
    from .distribution_group import DistributionGroup as DistributionGroup
    from .distribution_group import DistributionGroupLink as DistributionGroupLink
    from .eject import EjectLink as EjectLink
    from .enable_audience_messaging import EnableAudienceMessagingLink as EnableAudienceMessagingLink
    from .enable_audience_mute_lock import EnableAudienceMuteLockLink as EnableAudienceMuteLockLink
    from .error_transcript import ErrorTranscript as ErrorTranscript
    from .error_transcript import ErrorTranscriptLink as ErrorTranscriptLink
    from .escalate_audio import EscalateAudioLink as EscalateAudioLink
    from .escalate_audio_video import EscalateAudioVideoLink as EscalateAudioVideoLink
    from .events import Events as Events
    from .events import EventsLink as EventsLink
    from .expand_distribution_group import ExpandDistributionGroupLink as ExpandDistributionGroupLink
    from .failed_delivery_participant import FailedDeliveryParticipantLink as FailedDeliveryParticipantLink
    from .forwarded_by import ForwardedBy as ForwardedBy
    from .forwarded_by import ForwardedByLink as ForwardedByLink
    from .from_ import FromLink as FromLink
    from .group import Group as Group
    from .group import GroupLink as GroupLink
    from .group2 import Group2Link as Group2Link
    from .group_contacts import GroupContacts as GroupContacts
    from .group_contacts import GroupContactsLink as GroupContactsLink
    from .group_memberships import GroupMemberships as GroupMemberships
    from .group_memberships import GroupMembershipsLink as GroupMembershipsLink
    from .hold_phone_audio import HoldPhoneAudioLink as HoldPhoneAudioLink
    from .immediate_forward_settings import ImmediateForwardSettings as ImmediateForwardSettings
    from .immediate_forward_settings import ImmediateForwardSettingsLink as ImmediateForwardSettingsLink
    from .immediate_forward_to_contact import ImmediateForwardToContactLink as ImmediateForwardToContactLink
    from .immediate_forward_to_delegates import ImmediateForwardToDelegatesLink as ImmediateForwardToDelegatesLink
    from .immediate_forward_to_voicemail import ImmediateForwardToVoicemailLink as ImmediateForwardToVoicemailLink
    from .invitation import Invitation as Invitation
    from .invitation import InvitationLink as InvitationLink
    from .invitations import Invitations as Invitations
    from .invitations import InvitationsLink as InvitationsLink
    from .join_online_meeting import JoinOnlineMeetingLink as JoinOnlineMeetingLink
    from .leaders import Leaders as Leaders
    from .leaders import LeadersLink as LeadersLink
    from .lobby import Lobby as Lobby
    from .lobby import LobbyLink as LobbyLink
    from .local_participant import LocalParticipant as LocalParticipant
    from .local_participant import LocalParticipantLink as LocalParticipantLink
    from .location import Location as Location
    from .location import LocationLink as LocationLink
    from .make_me_available import MakeMeAvailableLink as MakeMeAvailableLink
    from .make_me_available2 import MakeMeAvailable2Link as MakeMeAvailable2Link
    from .mark_as_read import MarkAsReadLink as MarkAsReadLink
    from .me import Me as Me
    from .me import MeLink as MeLink
    from .media_diagnostics import MediaDiagnosticsLink as MediaDiagnosticsLink
    from .media_policies import MediaPolicies as MediaPolicies
    from .media_policies import MediaPoliciesLink as MediaPoliciesLink
    from .media_relay import MediaRelay as MediaRelay
    from .media_relay import MediaRelayLink as MediaRelayLink
    from .media_relay_access_token import MediaRelayAccessToken as MediaRelayAccessToken
    from .media_relay_access_token import MediaRelayAccessTokenLink as MediaRelayAccessTokenLink
    from .memberships import MembershipsLink as MembershipsLink
    from .message import Message as Message
    from .message import MessageLink as MessageLink
    from .message_transcript import MessageTranscript as MessageTranscript
    from .message_transcript import MessageTranscriptLink as MessageTranscriptLink
    from .messages import Messages as Messages
    from .messages import MessagesLink as MessagesLink
    from .messaging import Messaging as Messaging
    from .messaging import MessagingLink as MessagingLink
    from .messaging_invitation import MessagingInvitation as MessagingInvitation
    from .messaging_invitation import MessagingInvitationLink as MessagingInvitationLink
    from .missed_items import MissedItems as MissedItems
    from .missed_items import MissedItemsLink as MissedItemsLink
    from .mute_audio import MuteAudioLink as MuteAudioLink
    from .mute_video import MuteVideoLink as MuteVideoLink
    from .my_assigned_online_meeting import MyAssignedOnlineMeeting as MyAssignedOnlineMeeting
    from .my_assigned_online_meeting import MyAssignedOnlineMeetingLink as MyAssignedOnlineMeetingLink
    from .my_contacts import MyContacts as MyContacts
    from .my_contacts import MyContactsLink as MyContactsLink
    from .my_contacts_and_groups_subscription import MyContactsAndGroupsSubscription as MyContactsAndGroupsSubscription
    from .my_contacts_and_groups_subscription import (
        MyContactsAndGroupsSubscriptionLink as MyContactsAndGroupsSubscriptionLink,
    )
    from .my_group_membership import MyGroupMembership as MyGroupMembership
    from .my_group_membership import MyGroupMembershipLink as MyGroupMembershipLink
    from .my_group_membership2 import MyGroupMembership2Link as MyGroupMembership2Link
    from .my_group_memberships import MyGroupMemberships as MyGroupMemberships
    from .my_group_memberships import MyGroupMembershipsLink as MyGroupMembershipsLink
    from .my_group_memberships2 import MyGroupMemberships2Link as MyGroupMemberships2Link
    from .my_groups import MyGroups as MyGroups
    from .my_groups import MyGroupsLink as MyGroupsLink
    from .my_groups2 import MyGroups2Link as MyGroups2Link
    from .my_online_meeting import MyOnlineMeeting as MyOnlineMeeting
    from .my_online_meeting import MyOnlineMeetingLink as MyOnlineMeetingLink
    from .my_online_meetings import MyOnlineMeetings as MyOnlineMeetings
    from .my_online_meetings import MyOnlineMeetingsLink as MyOnlineMeetingsLink
    from .my_organization_group import MyOrganizationGroup as MyOrganizationGroup
    from .my_organization_group import MyOrganizationGroupLink as MyOrganizationGroupLink
    from .my_privacy_relationship import MyPrivacyRelationship as MyPrivacyRelationship
    from .my_privacy_relationship import MyPrivacyRelationshipLink as MyPrivacyRelationshipLink
    from .my_privacy_relationships import MyPrivacyRelationships as MyPrivacyRelationships
    from .my_privacy_relationships import MyPrivacyRelationshipsLink as MyPrivacyRelationshipsLink
    from .next_conversation_log_transcripts import NextConversationLogTranscripts as NextConversationLogTranscripts
    from .next_conversation_log_transcripts import (
        NextConversationLogTranscriptsLink as NextConversationLogTranscriptsLink,
    )
    from .note import Note as Note
    from .note import NoteLink as NoteLink
    from .on_behalf_of import OnBehalfOf as OnBehalfOf
    from .on_behalf_of import OnBehalfOfLink as OnBehalfOfLink
    from .online_meeting import OnlineMeeting as OnlineMeeting
    from .online_meeting import OnlineMeetingLink as OnlineMeetingLink
    from .online_meeting_default_values import OnlineMeetingDefaultValues as OnlineMeetingDefaultValues
    from .online_meeting_default_values import OnlineMeetingDefaultValuesLink as OnlineMeetingDefaultValuesLink
    from .online_meeting_eligible_values import OnlineMeetingEligibleValues as OnlineMeetingEligibleValues
    from .online_meeting_eligible_values import OnlineMeetingEligibleValuesLink as OnlineMeetingEligibleValuesLink
    from .online_meeting_extension import OnlineMeetingExtension as OnlineMeetingExtension
    from .online_meeting_extension import OnlineMeetingExtensionLink as OnlineMeetingExtensionLink
    from .online_meeting_extensions import OnlineMeetingExtensions as OnlineMeetingExtensions
    from .online_meeting_extensions import OnlineMeetingExtensionsLink as OnlineMeetingExtensionsLink
    from .online_meeting_invitation import OnlineMeetingInvitation as OnlineMeetingInvitation
    from .online_meeting_invitation import OnlineMeetingInvitationLink as OnlineMeetingInvitationLink
    from .online_meeting_invitation_customization import (
        OnlineMeetingInvitationCustomization as OnlineMeetingInvitationCustomization,
    )
    from .online_meeting_invitation_customization import (
        OnlineMeetingInvitationCustomizationLink as OnlineMeetingInvitationCustomizationLink,
    )
    from .online_meeting_policies import OnlineMeetingPolicies as OnlineMeetingPolicies
    from .online_meeting_policies import OnlineMeetingPoliciesLink as OnlineMeetingPoliciesLink
    from .online_meetings import OnlineMeetings as OnlineMeetings
    from .online_meetings import OnlineMeetingsLink as OnlineMeetingsLink
    from .organizer import OrganizerLink as OrganizerLink
    from .participant import Participant as Participant
    from .participant import ParticipantLink as ParticipantLink
    from .participant_application_sharing import ParticipantApplicationSharing as ParticipantApplicationSharing
    from .participant_application_sharing import ParticipantApplicationSharingLink as ParticipantApplicationSharingLink
    from .participant_audio import ParticipantAudio as ParticipantAudio
    from .participant_audio import ParticipantAudioLink as ParticipantAudioLink
    from .participant_data_collaboration import ParticipantDataCollaboration as ParticipantDataCollaboration
    from .participant_data_collaboration import ParticipantDataCollaborationLink as ParticipantDataCollaborationLink
    from .participant_invitation import ParticipantInvitation as ParticipantInvitation
    from .participant_invitation import ParticipantInvitationLink as ParticipantInvitationLink
    from .participant_messaging import ParticipantMessaging as ParticipantMessaging
    from .participant_messaging import ParticipantMessagingLink as ParticipantMessagingLink
    from .participant_panoramic_video import ParticipantPanoramicVideo as ParticipantPanoramicVideo
    from .participant_panoramic_video import ParticipantPanoramicVideoLink as ParticipantPanoramicVideoLink
    from .participant_video import ParticipantVideo as ParticipantVideo
    from .participant_video import ParticipantVideoLink as ParticipantVideoLink
    from .participants import Participants as Participants
    from .participants import ParticipantsLink as ParticipantsLink
    from .people import People as People
    from .people import PeopleLink as PeopleLink
    from .phone import Phone as Phone
    from .phone import PhoneLink as PhoneLink
    from .phone_audio import PhoneAudio as PhoneAudio
    from .phone_audio import PhoneAudioLink as PhoneAudioLink
    from .phone_audio_invitation import PhoneAudioInvitation as PhoneAudioInvitation
    from .phone_audio_invitation import PhoneAudioInvitationLink as PhoneAudioInvitationLink
    from .phone_dial_in_information import PhoneDialInInformation as PhoneDialInInformation
    from .phone_dial_in_information import PhoneDialInInformationLink as PhoneDialInInformationLink
    from .phones import Phones as Phones
    from .phones import PhonesLink as PhonesLink
    from .photo import Photo as Photo
    from .photo import PhotoLink as PhotoLink
    from .pinned_group import PinnedGroup as PinnedGroup
    from .pinned_group import PinnedGroupLink as PinnedGroupLink
    from .policies import Policies as Policies
    from .policies import PoliciesLink as PoliciesLink
    from .presence import Presence as Presence
    from .presence import PresenceLink as PresenceLink
    from .presence_subscription import PresenceSubscription as PresenceSubscription
    from .presence_subscription import PresenceSubscriptionLink as PresenceSubscriptionLink
    from .presence_subscription_membership import PresenceSubscriptionMembership as PresenceSubscriptionMembership
    from .presence_subscription_membership import (
        PresenceSubscriptionMembershipLink as PresenceSubscriptionMembershipLink,
    )
    from .presence_subscription_memberships import PresenceSubscriptionMemberships as PresenceSubscriptionMemberships
    from .presence_subscription_memberships import (
        PresenceSubscriptionMembershipsLink as PresenceSubscriptionMembershipsLink,
    )
    from .presence_subscriptions import PresenceSubscriptions as PresenceSubscriptions
    from .presence_subscriptions import PresenceSubscriptionsLink as PresenceSubscriptionsLink
    from .promote import PromoteLink as PromoteLink
    from .publish_call_quality_feedback import PublishCallQualityFeedbackLink as PublishCallQualityFeedbackLink
    from .reason import Reason as Reason
    from .reason import ReasonLink as ReasonLink
    from .redirect import Redirect as Redirect
    from .redirect import RedirectLink as RedirectLink
    from .reject import RejectLink as RejectLink
    from .remove_contact_from_all_groups import RemoveContactFromAllGroupsLink as RemoveContactFromAllGroupsLink
    from .remove_contact_from_all_groups2 import RemoveContactFromAllGroups2Link as RemoveContactFromAllGroups2Link
    from .remove_from_contact_list import RemoveFromContactListLink as RemoveFromContactListLink
    from .renegotiations import RenegotiationsLink as RenegotiationsLink
    from .replace_with_phone_audio import ReplaceWithPhoneAudioLink as ReplaceWithPhoneAudioLink
    from .replaces_audio_video import ReplacesAudioVideoLink as ReplacesAudioVideoLink
    from .replaces_phone_audio import ReplacesPhoneAudioLink as ReplacesPhoneAudioLink
    from .replay_message import ReplayMessageLink as ReplayMessageLink
    from .report_media_diagnostics import ReportMediaDiagnosticsLink as ReportMediaDiagnosticsLink
    from .report_my_activity import ReportMyActivityLink as ReportMyActivityLink
    from .report_my_network import ReportMyNetworkLink as ReportMyNetworkLink
    from .reset_contact_privacy_relationship import (
        ResetContactPrivacyRelationshipLink as ResetContactPrivacyRelationshipLink,
    )
    from .reset_unanswered_call_settings import ResetUnansweredCallSettingsLink as ResetUnansweredCallSettingsLink
    from .resume_audio import ResumeAudioLink as ResumeAudioLink
    from .resume_audio_video import ResumeAudioVideoLink as ResumeAudioVideoLink
    from .resume_phone_audio import ResumePhoneAudioLink as ResumePhoneAudioLink
    from .root import Root as Root
    from .root import RootLink as RootLink
    from .search import Search as Search
    from .search import SearchLink as SearchLink
    from .search2 import Search2Link as Search2Link
    from .send_message import SendMessageLink as SendMessageLink
    from .send_provisional_answer import SendProvisionalAnswerLink as SendProvisionalAnswerLink
    from .session import Session as Session
    from .session import SessionLink as SessionLink
    from .sessions import Sessions as Sessions
    from .sessions import SessionsLink as SessionsLink
    from .set_is_typing import SetIsTypingLink as SetIsTypingLink
    from .simultaneous_ring_settings import SimultaneousRingSettings as SimultaneousRingSettings
    from .simultaneous_ring_settings import SimultaneousRingSettingsLink as SimultaneousRingSettingsLink
    from .simultaneous_ring_to_contact import SimultaneousRingToContactLink as SimultaneousRingToContactLink
    from .simultaneous_ring_to_delegates import SimultaneousRingToDelegatesLink as SimultaneousRingToDelegatesLink
    from .simultaneous_ring_to_team import SimultaneousRingToTeamLink as SimultaneousRingToTeamLink
    from .start_audio import StartAudioLink as StartAudioLink
    from .start_audio2 import StartAudio2Link as StartAudio2Link
    from .start_audio_on_behalf_of_delegator import (
        StartAudioOnBehalfOfDelegatorLink as StartAudioOnBehalfOfDelegatorLink,
    )
    from .start_audio_video import StartAudioVideoLink as StartAudioVideoLink
    from .start_audio_video2 import StartAudioVideo2Link as StartAudioVideo2Link
    from .start_audio_video_on_behalf_of_delegator import (
        StartAudioVideoOnBehalfOfDelegatorLink as StartAudioVideoOnBehalfOfDelegatorLink,
    )
    from .start_emergency_call import StartEmergencyCallLink as StartEmergencyCallLink
    from .start_emergency_call_input import StartEmergencyCallInput as StartEmergencyCallInput
    from .start_emergency_call_input import StartEmergencyCallInputLink as StartEmergencyCallInputLink
    from .start_messaging import StartMessagingLink as StartMessagingLink
    from .start_messaging2 import StartMessaging2Link as StartMessaging2Link
    from .start_online_meeting import StartOnlineMeetingLink as StartOnlineMeetingLink
    from .start_or_refresh_subscription_to_contacts_and_groups import (
        StartOrRefreshSubscriptionToContactsAndGroupsLink as StartOrRefreshSubscriptionToContactsAndGroupsLink,
    )
    from .start_phone_audio import StartPhoneAudioLink as StartPhoneAudioLink
    from .start_phone_audio2 import StartPhoneAudio2Link as StartPhoneAudio2Link
    from .start_phone_audio_on_behalf_of_delegator import (
        StartPhoneAudioOnBehalfOfDelegatorLink as StartPhoneAudioOnBehalfOfDelegatorLink,
    )
    from .start_video import StartVideoLink as StartVideoLink
    from .stop_audio import StopAudioLink as StopAudioLink
    from .stop_audio_video import StopAudioVideoLink as StopAudioVideoLink
    from .stop_messaging import StopMessagingLink as StopMessagingLink
    from .stop_phone_audio import StopPhoneAudioLink as StopPhoneAudioLink
    from .stop_subscription_to_contacts_and_groups import (
        StopSubscriptionToContactsAndGroupsLink as StopSubscriptionToContactsAndGroupsLink,
    )
    from .stop_video import StopVideoLink as StopVideoLink
    from .subscribe_to_group_presence import SubscribeToGroupPresenceLink as SubscribeToGroupPresenceLink
    from .subscribed_contacts import SubscribedContacts as SubscribedContacts
    from .subscribed_contacts import SubscribedContactsLink as SubscribedContactsLink
    from .to import ToLink as ToLink
    from .transferred_by import TransferredBy as TransferredBy
    from .transferred_by import TransferredByLink as TransferredByLink
    from .turn_off_call_forwarding import TurnOffCallForwardingLink as TurnOffCallForwardingLink
    from .typing_participants import TypingParticipantsLink as TypingParticipantsLink
    from .unanswered_call_settings import UnansweredCallSettings as UnansweredCallSettings
    from .unanswered_call_settings import UnansweredCallSettingsLink as UnansweredCallSettingsLink
    from .unanswered_call_to_contact import UnansweredCallToContactLink as UnansweredCallToContactLink
    from .unanswered_call_to_voicemail import UnansweredCallToVoicemailLink as UnansweredCallToVoicemailLink
    from .unmute_audio import UnmuteAudioLink as UnmuteAudioLink
    from .unmute_video import UnmuteVideoLink as UnmuteVideoLink
    from .user import User as User
    from .user import UserLink as UserLink
    from .user_acknowledged import UserAcknowledgedLink as UserAcknowledgedLink
    from .video_freeze import VideoFreezeLink as VideoFreezeLink
    from .video_locked_on_participant import VideoLockedOnParticipantLink as VideoLockedOnParticipantLink
    from .xframe import Xframe as Xframe
    from .xframe import XframeLink as XframeLink
else:
    from .._runtime.lazy import resource_class as __getattr__
    from .._runtime.lazy import resource_names as __dir__
